/** What work gives; or, where it takes longer than so many milliseconds, something else to say meanwhile. The work goes on. */
export async function inTime(work: Promise<string>, patience: number, meanwhile: string): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, meanwhile);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
