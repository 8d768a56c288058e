/** Asks when it is first called, and only then. */
export function once<T>(ask: () => T): () => T {
  let asked: { readonly answer: T } | undefined
  return () => {
    asked ??= { answer: ask() }
    return asked.answer
  }
}
