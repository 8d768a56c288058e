import { useEffect, useState } from 'preact/hooks'

/** All addresses of the dashboard begin with this. */
export const BASE = '/dashboard'

/** Where the reader is. */
export interface Place {
  /** Without {@link BASE}, beginning with a slash. */
  readonly path: string
  readonly query: URLSearchParams
}

export type Params = Readonly<Record<string, string>>

/**
 * What stands in an address for the words of a pattern that begin with a colon.
 *
 * @param pattern such as `/:project/sessions/:session`
 * @returns undefined where the path is another
 */
export function match(pattern: string, path: string): Params | undefined {
  const wanted = pattern.split('/').filter(Boolean)
  const given = path.split('/').filter(Boolean)
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, word] of wanted.entries()) {
    const part = decode(given[i]!)
    if (word.startsWith(':')) params[word.slice(1)] = part
    else if (word !== part) return undefined
  }
  return params
}

/** An address that somebody typed may hold a percent sign that begins nothing. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** @param parts of the path, each written as it is @param query what is undefined or empty is left out */
export function address(parts: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const asked = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const path = [BASE, ...parts.map(encodeURIComponent)].join('/')
  return asked.size > 0 ? `${path}?${asked}` : path
}

const readPlace = (): Place => ({
  path: location.pathname.slice(BASE.length) || '/',
  query: new URLSearchParams(location.search),
})

const moved = new EventTarget()

/** @param to an address as {@link address} makes it @param how `replace`: the back button leads past this one */
export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', to)
  else history.replaceState(null, '', to)
  moved.dispatchEvent(new Event('move'))
}

/** The place, and each one after it. */
export function usePlace(): Place {
  const [place, setPlace] = useState(readPlace)
  useEffect(() => {
    const follow = () => setPlace(readPlace())
    moved.addEventListener('move', follow)
    addEventListener('popstate', follow)
    return () => {
      moved.removeEventListener('move', follow)
      removeEventListener('popstate', follow)
    }
  }, [])
  return place
}

/** A press that asks for another tab, window or a download is the browser's. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.defaultPrevented && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** Links of the dashboard are ordinary links; this lets them change the view without loading the page anew. */
export function followLinks(root: Document): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !isPlain(event) || link.target || link.hasAttribute('download')) return
    const isOurs = link.origin === location.origin && `${link.pathname}/`.startsWith(`${BASE}/`)
    if (!isOurs || link.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    navigate(link.pathname + link.search)
  })
}
