import type { Own } from './own.js'

/** Buttons that send a form have `type` 'submit' (or 'image'), said or not; the button may hold what was clicked. */
export function readClick({ target }: Event): Own<'click'> {
  const button = target instanceof Element ? target.closest('button,input') : null
  return { sends: !!button && /^(submit|image)$/.test((button as HTMLButtonElement).type) && !!(button as HTMLButtonElement).form }
}
