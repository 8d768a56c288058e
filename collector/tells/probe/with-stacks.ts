/** V8's own properties of `Error`. */
interface StackHook {
  prepareStackTrace?: unknown
  stackTraceLimit?: number
}

/** More than any stack of ours: a cut stack has no depth, and a limit of none shows nobody. */
const LIMIT = 99

/** Where the page has sealed its errors, what it allows is all there is. @returns puts back what was there */
function change(errors: object, name: keyof StackHook, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(errors, name)
  const changed = Reflect.defineProperty(errors, name, { value, configurable: true, writable: true })
  return () => {
    if (!changed) return
    if (before) Reflect.defineProperty(errors, name, before)
    else Reflect.deleteProperty(errors, name)
  }
}

/**
 * Runs what makes and reads stacks, whole ones, whatever limit and formatting the page has set, and without running code of the page's.
 * @param errors the realm's `Error`
 * @param format as `Error.prepareStackTrace` of V8; undefined for its own
 * @param limit how many frames are of interest: for each of them, V8 has to read its function once more
 */
export function withStacks<T>(
  errors: ErrorConstructor,
  format: ((error: unknown, sites: readonly unknown[]) => string) | undefined,
  work: () => T,
  limit = LIMIT,
): T {
  const restore = [change(errors, 'stackTraceLimit', limit), change(errors, 'prepareStackTrace', format)]
  try {
    return work()
  } finally {
    for (const put of restore) put()
  }
}
