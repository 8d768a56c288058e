import { toAction } from '../options.js'

// Methods of forms are called by way of their prototype: a field that is named like one hides it.

/** What the form is for, by its markup: `data-vouchsafe="sign-up"`. */
export function actionOf(form: HTMLFormElement): string | undefined {
  return toAction(Element.prototype.getAttribute.call(form, 'data-vouchsafe') ?? '')
}

/**
 * Puts the token into the form's field of that name, which is made, hidden, when it is first needed. Without a token, an old one is not sent: the
 * field stays, empty, because it may be the page's own.
 */
export function putToken(form: HTMLFormElement, name: string, token = ''): void {
  let input = Element.prototype.querySelector.call(form, `[name="${name}"]`) as HTMLInputElement | null
  if (!input) {
    if (!token) return
    input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    Element.prototype.append.call(form, input)
  }
  input.disabled = !token
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
  Element.prototype.append.call(form, button)
  button.click()
  button.remove()
}

/**
 * Submits as the visitor did: with validation, the submit event, and the button's name, value and formaction.
 */
export function resubmit(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const button = submitter?.isConnected && (submitter as HTMLButtonElement).form === form ? submitter : null
  const request = HTMLFormElement.prototype.requestSubmit
  if (request) request.call(form, button)
  else clickToSubmit(form, button)
}
