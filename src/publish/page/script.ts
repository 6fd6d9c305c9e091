/**
 * The one script of every page, which all of them can do without: it tells dates in the reader's own zone, and lets `/` lead
 * to the search field. Plain JavaScript as browsers run it; it writes text only, never markup.
 */
export const SCRIPT = `
const day = { day: 'numeric', month: 'short', year: 'numeric' };
const forms = {
  day: new Intl.DateTimeFormat('en-GB', day),
  moment: new Intl.DateTimeFormat('en-GB', { ...day, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }),
};
for (const time of document.querySelectorAll('time[data-form]')) {
  const date = new Date(time.dateTime);
  if (!Number.isNaN(date.getTime())) time.textContent = forms[time.dataset.form].format(date);
}
document.addEventListener('keydown', (event) => {
  const field = document.querySelector('input[type=search]');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !field) return;
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
  event.preventDefault();
  field.focus();
});
`;
