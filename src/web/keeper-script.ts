/**
 * What the keys of a list do, as the list says beside it: `j` and `k` go through its items, `y` and `n` press the button of the
 * item they stand at, `u` the one that takes the last act back. Every one of these buttons works without it.
 */
export const KEEPER_SCRIPT = `
{
  const items = [...document.querySelectorAll('[data-item]')];
  let at = items.findIndex((item) => '#' + item.id === location.hash);
  let pressed = false;
  const stand = (there) => {
    at = Math.max(0, Math.min(there, items.length - 1));
    items[at]?.focus();
  };
  const press = (button) => {
    if (pressed || !button) return;
    pressed = true;
    button.click();
  };
  if (at >= 0) stand(at);
  document.addEventListener('focusin', ({ target }) => {
    const item = target.closest('[data-item]');
    if (item) at = items.indexOf(item);
  });
  addEventListener('pageshow', () => { pressed = false; });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
    if (event.key === 'j') stand(at + 1);
    if (event.key === 'k') stand(at - 1);
    if (event.key === 'y' || event.key === 'n') {
      if (at < 0) stand(0);
      else press(items[at]?.querySelector('[data-key=' + event.key + ']'));
    }
    if (event.key === 'u') press(document.querySelector('[data-key=u]'));
  });
}
`;
