/** An http or https origin: no path, no name or password. */
export const isPublicUrl = (text: string): boolean => {
  try {
    const url = new URL(text)
    return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` && url.username === ''
  } catch {
    return false
  }
}
