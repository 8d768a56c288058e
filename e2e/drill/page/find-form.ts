/** What is written into fields of each kind. */
export type Texts = Readonly<Record<string, string>>

/** A form as the page describes it, in JSON. */
export interface FoundForm {
  readonly origin: string
  /** Undefined where there is no form yet. */
  readonly form?: { readonly fields: readonly { readonly selector: string; readonly text: string }[]; readonly submit: string }
}

/**
 * Runs in the page, as text: everything that it uses is within it. Takes the form that is marked for the collector, else the one that asks
 * for a password or an e-mail address, else the first that has something to fill in; and tells what each of its fields is for by
 * `autocomplete`, type, name and label, in this order.
 */
export function findForm(texts: Texts): string {
  const visible = (element: HTMLElement) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'
  const all = <T extends HTMLElement>(root: ParentNode, selector: string) =>
    Array.from(root.querySelectorAll<T>(selector)).filter((element) => visible(element) && !element.matches(':disabled'))
  /** By an id that is its own, else by its place among its siblings, up to the root. */
  const selectorOf = (element: Element): string => {
    const id = element.id && `#${CSS.escape(element.id)}`
    if (id && document.querySelectorAll(id).length === 1) return id
    const parent = element.parentElement
    return parent ? `${selectorOf(parent)} > :nth-child(${Array.from(parent.children).indexOf(element) + 1})` : ':root'
  }
  type Field = HTMLInputElement | HTMLTextAreaElement
  const fieldsOf = (root: ParentNode) =>
    all<Field>(root, 'input, textarea').filter(
      ({ type, readOnly }) => !readOnly && /^(text|email|password|tel|url|search|number|textarea)$/.test(type),
    )
  const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
    ['email', /e-?mail/],
    ['password', /pass|pwd/],
    ['given-name', /given|first|vorname|prenom/],
    ['family-name', /family|last|sur-?name|nachname/],
    ['username', /user|login|nick|handle/],
    ['name', /name/],
    ['tel', /\btel|phone|mobile/],
    ['organization', /organi[sz]ation|company|firma/],
    ['postal-code', /post|zip|plz/],
    ['address-level2', /city|town/],
    ['street-address', /street|address/],
    ['url', /url|web-?site/],
  ]
  const textOf = (field: Field): string => {
    const asked = field.autocomplete.trim().toLowerCase().split(/\s+/).at(-1) ?? ''
    const purpose = asked.replace(/^(new|current)-password$/, 'password')
    if (texts[purpose]) return texts[purpose]
    const typed = /^(email|password|tel|url|number)$/.test(field.type) && texts[field.type]
    if (typed) return typed
    const labels = Array.from(field.labels ?? [], ({ textContent }) => textContent)
    const words = [field.name, field.id, ...labels, field.getAttribute('aria-label'), field.placeholder]
      .join(' ')
      .slice(0, 500)
      .toLowerCase()
    return texts[kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? 'text'] ?? ''
  }
  const buttonOf = (root: ParentNode) =>
    all(root, 'button[type=submit], button:not([type]), input[type=submit], input[type=image]')[0] ?? all(root, 'button, [role=button]')[0]
  const forms = all<HTMLFormElement>(document, 'form').filter((form) => fieldsOf(form).length > 0)
  const chosen =
    forms.find((form) => form.matches('[data-vouchsafe]')) ??
    forms.find((form) => form.querySelector('input[type=password], input[type=email]')) ??
    forms[0]
  const submit = chosen && buttonOf(chosen)
  const fields = chosen && fieldsOf(chosen).slice(0, 20)
  const form = submit &&
    fields && {
      fields: fields.map((field) => ({ selector: selectorOf(field), text: textOf(field) })),
      submit: selectorOf(submit),
    }
  return JSON.stringify({ origin: location.origin, form })
}
