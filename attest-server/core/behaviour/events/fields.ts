/** Own fields of an object of a stranger's, read by type: what is not of the type is not there. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined)

/** @returns undefined where it is no finite number from `min` to `max` */
export function numberIn(fields: Fields, name: string, min: number, max: number): number | undefined {
  const value = own(fields, name)
  return typeof value === 'number' && value >= min && value <= max ? value : undefined
}

export function booleanIn(fields: Fields, name: string): boolean | undefined {
  const value = own(fields, name)
  return typeof value === 'boolean' ? value : undefined
}

/** @returns undefined where it is no text, or an empty one */
export function textIn(fields: Fields, name: string): string | undefined {
  const value = own(fields, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const fieldsIn = (fields: Fields, name: string): Fields | undefined => {
  const value = own(fields, name)
  return isFields(value) ? value : undefined
}

export const valueIn = own

/** The fields that are there: an absent one is left out, so that it is absent in JSON, too. */
export function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
