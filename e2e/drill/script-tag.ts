import { urlOf } from './ask.js'

/** The collector's tag in a page: whose project it is, and which server it talks to. */
export interface ScriptTag {
  readonly siteKey: string
  /** Origin of the attest-server. */
  readonly attest: string
}

/** Keys of every kind that a tag may carry; also as detectip's and Botect's clients write it. */
const KEY = /\sdata-(?:site-)?key\s*=\s*["']?(pk_[A-Za-z0-9_-]{1,80})/i

/** Comments of HTML, with those that end at once and those that never do. In none of them a browser sees a tag. */
const COMMENT = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/g

/**
 * Reads the tag in a page's source; undefined where there is none, as on a page that loads the collector by a bundle of its own.
 * What stands there is the page's to say: nothing secret goes to a server because a tag names it.
 *
 * @param base the page's address
 */
export function findScriptTag(html: string, base: URL): ScriptTag | undefined {
  for (const [tag] of html.replace(COMMENT, ' ').matchAll(/<script\s[^>]{0,2000}>/gi)) {
    const siteKey = KEY.exec(tag)?.[1]
    const from = attribute(tag, 'data-endpoint') ?? attribute(tag, 'src')
    const url = siteKey && from ? urlOf(from, base) : undefined
    if (siteKey && url && /^https?:$/.test(url.protocol)) return { siteKey, attest: url.origin }
  }
  return undefined
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i').exec(tag)
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.replaceAll('&amp;', '&')
}
