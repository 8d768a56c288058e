/** FNV-1a (Fowler, Noll and Vo), 32 bits of the text's UTF-16 units: the same on every machine and in every version. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
