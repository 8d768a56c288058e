/** An id in words, for ids that have no name here yet: `net.hosting-provider` becomes "Hosting provider". */
export function humanise(id: string): string {
  const words = id.slice(id.indexOf('.') + 1).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
