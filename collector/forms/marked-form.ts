import { TOKEN_FIELD } from '../../shared/wire/names.js'
import { toAction } from '../options.js'

/** What the form is for, by its markup: `data-vouchsafe="sign-up"`. */
export function actionOf(form: HTMLFormElement): string | undefined {
  return toAction(form.getAttribute('data-vouchsafe') ?? '')
}

/** Puts the token into the form's hidden input, which is made when it is first needed. Without a token, an old one is taken out. */
export function putToken(form: HTMLFormElement, token: string | undefined): void {
  let input = form.querySelector<HTMLInputElement>(`input[name="${TOKEN_FIELD}"]`)
  if (!token) {
    input?.remove()
    return
  }
  if (!input) {
    input = document.createElement('input')
    input.type = 'hidden'
    input.name = TOKEN_FIELD
    form.appendChild(input)
  }
  input.value = token
}

/** `requestSubmit` came with Safari 16. A button does the same: constraint validation, then a submit event. */
function clickToSubmit(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (submitter) {
    submitter.click()
    return
  }
  const button = document.createElement('button')
  button.hidden = true
  form.appendChild(button)
  button.click()
  button.remove()
}

/**
 * Submits as the visitor did: with validation, the submit event, and the button's name, value and formaction. By way of the prototype,
 * because a field named `requestSubmit` would hide the form's own.
 */
export function resubmit(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const button = submitter?.isConnected && (submitter as HTMLButtonElement).form === form ? submitter : null
  const request = HTMLFormElement.prototype.requestSubmit
  if (request) request.call(form, button)
  else clickToSubmit(form, button)
}
