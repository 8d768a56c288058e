import type { Sighted } from 'vouchsafe/drill'
import type { News } from './happening.js'
import type { Pictures } from './pictures.js'

type Asked = Extract<News, { kind: 'asks' }>['for']

/** Which requests are told of. Others (styles, the icon, the script's second half) say nothing about the bot. */
function purposeOf(method: string, path: string): Asked | undefined {
  if (method === 'GET' && path === '/') return 'page'
  if (method === 'GET' && path === '/collector.js') return 'script'
  if (method !== 'POST') return undefined
  if (path === '/v1/challenge') return 'challenge'
  if (path === '/v1/attest') return 'evidence'
  return path === '/sign-up' ? 'form' : undefined
}

/** A step of a bot's as those who watch are told of it. @returns nothing where there is nothing to tell */
export function newsOf(seen: Sighted, pictures: Pictures): News | undefined {
  switch (seen.step) {
    case 'asks': {
      const purpose = purposeOf(seen.method, seen.url.pathname)
      return purpose && { kind: 'asks', for: purpose, sent: seen.sent, status: seen.status }
    }
    case 'picture': {
      const name = pictures.put(seen.picture)
      return name === undefined ? undefined : { kind: 'picture', src: `/tour/pictures/${name}` }
    }
    case 'hears':
      return { kind: 'verdict', verdict: seen.verdict }
    case 'types':
      return { kind: 'types', text: seen.text.slice(0, 100) }
    case 'opened':
    case 'sends':
      return { kind: seen.step }
  }
}
