/** A posted fingerprint, whoever's collector made it: its fields by plain names. */
export interface Fingerprint {
  text(...names: readonly string[]): string | undefined
  number(...names: readonly string[]): number | undefined
  boolean(...names: readonly string[]): boolean | undefined
  /** A list of texts; undefined where it is none. At most {@link MOST_ITEMS}. */
  list(...names: readonly string[]): readonly string[] | undefined
}

const MOST_FIELDS = 256
const MOST_ITEMS = 256
const LONGEST = 1024

/** `hardwareConcurrency`, `hardware_concurrency` and `hardware-concurrency` are one name. */
const plain = (name: string): string =>
  name
    .slice(0, 64)
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()

/** Objects whose fields stand for themselves: what `navigator.webdriver` says, `webdriver` says. */
const TRANSPARENT: ReadonlySet<string> = new Set(['navigator', 'window', 'automation'])

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** One level of objects is opened: `screen.width` becomes `screenwidth`. */
function fieldsOf(data: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  const keep = (name: string, value: unknown) => {
    if (fields.size < MOST_FIELDS && !fields.has(name)) fields.set(name, value)
  }
  for (const [name, value] of Object.entries(data).slice(0, MOST_FIELDS)) {
    if (!isObject(value)) keep(plain(name), value)
    else {
      const outer = TRANSPARENT.has(plain(name)) ? '' : plain(name)
      for (const [inner, one] of Object.entries(value).slice(0, MOST_FIELDS)) keep(outer + plain(inner), one)
    }
  }
  return fields
}

/** Reads the `data` of a fingerprint event: an object of a stranger's, without a stated shape (LAB-15). Bounded; never throws. */
export function readFingerprint(data: Readonly<Record<string, unknown>>): Fingerprint {
  const fields = fieldsOf(data)
  const first = <T>(names: readonly string[], is: (value: unknown) => value is T): T | undefined =>
    names.map((name) => fields.get(plain(name))).find(is)
  return {
    text: (...names) => first(names, (value): value is string => typeof value === 'string' && value !== '')?.slice(0, LONGEST),
    number: (...names) => first(names, (value): value is number => typeof value === 'number' && Number.isFinite(value)),
    boolean: (...names) => first(names, (value): value is boolean => typeof value === 'boolean'),
    list: (...names) =>
      first(names, (value): value is unknown[] => Array.isArray(value))
        ?.slice(0, MOST_ITEMS)
        .filter((item): item is string => typeof item === 'string')
        .map((item) => item.slice(0, 128)),
  }
}
