import type { Own } from './own.js'

/** Buttons that send a form have `type` 'submit' (or 'image'), said or not; the button may hold what was clicked. */
export function readClick({ target }: Event): Own<'click'> {
  // A form's fields hide its methods behind their own names (`<input name=closest>`), hence the prototype's.
  const button = target instanceof Element ? Element.prototype.closest.call(target, 'button,input') : null
  return { sends: !!button && /^(submit|image)$/.test((button as HTMLButtonElement).type) && !!(button as HTMLButtonElement).form }
}
