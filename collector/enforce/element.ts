type Child = Node | string

/** An HTML element without any markup to parse: clean under Trusted Types. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** A button for one thing to do. */
export function button(label: string, kind: 'main' | 'quiet', act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `act ${kind}` }, label)
  made.addEventListener('click', act)
  return made
}
