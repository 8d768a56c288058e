/** Chromium 112, Firefox 111 and Safari 16.4 know of the button; older ones leave the second argument aside. */
function knowsButtons(): boolean {
  const form = document.createElement('form')
  const button = document.createElement('button')
  button.name = 'a'
  form.append(button)
  return new FormData(form, button).has('a')
}

/** What the form would send if this button did it, in older browsers: the button's field stands for it, where it stands. */
function readWithStandIn(form: HTMLFormElement, { name, value }: HTMLButtonElement, button: HTMLElement): FormData {
  const input = document.createElement('input')
  input.type = 'hidden'
  input.name = name
  input.value = value
  const owner = button.getAttribute('form')
  if (owner !== null) input.setAttribute('form', owner)
  button.before(input)
  try {
    return new FormData(form)
  } finally {
    input.remove()
  }
}

/**
 * The form's fields as it would send them: in their order, with what the page adds at `formdata`, and that of the button which sends it.
 * @param submitter as `resubmit` takes it
 */
export function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null | undefined): FormData {
  const button = submitter?.isConnected && (submitter as HTMLButtonElement).form === form ? submitter : null
  if (!button) return new FormData(form)
  return (button as HTMLButtonElement).name && !knowsButtons()
    ? readWithStandIn(form, button as HTMLButtonElement, button)
    : new FormData(form, button)
}
