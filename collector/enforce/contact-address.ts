/**
 * Where to write to. Only addresses that lead to a person: a script's URL must not get onto the page by way of an attribute.
 * @param contact what the site has given
 * @param reference becomes the subject of a mail that has none
 */
export function contactAddress(contact: string | undefined, reference: string): string | undefined {
  if (!contact || !/^(mailto|https):/i.test(contact)) return undefined
  return /^mailto:[^?]*$/i.test(contact) && reference ? `${contact}?subject=${encodeURIComponent(reference)}` : contact
}
