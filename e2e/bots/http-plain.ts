import type { Bot, Site } from '../support/driver.js'
import { signUp } from '../support/driver.js'
import { type PlainAnswer, send } from '../support/machine/plain-http.js'
import { pause } from '../support/robots/robot.js'

/** What a script's author copies from a browser's first request, and sends with every one. */
const HEADERS = {
  Connection: 'keep-alive',
  'sec-ch-ua': '"Chromium";v="156", "Not?A_Brand";v="24"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
  'Upgrade-Insecure-Requests': '1',
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
  'Sec-Fetch-Site': 'none',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-User': '?1',
  'Sec-Fetch-Dest': 'document',
  'Accept-Language': 'en-US,en;q=0.9',
}

/** A script without a browser, in a browser's headers. It runs no collector: it takes the way of visitors without JavaScript. */
export const httpPlain: Bot = {
  name: 'http-plain',
  kind: 'bot',
  hook: 'no browser',
  expected: ['challenge', 'block'],
  async run(site) {
    await send('GET', site.url, HEADERS)
    const refused = await post(new URL('/sign-up', site.url).href, site, signUp)
    const way = /href="([^"]*noscript[^"]*)"/.exec(refused.body)?.[1]?.replaceAll('&amp;', '&')
    if (!way) throw new Error('The refusal names no way without scripts.')
    const wait = await send('GET', way, HEADERS)
    await pause(6000)
    const back = await post(way.split('?')[0] ?? way, site, { ticket: hidden(wait.body, 'ticket') })
    const form = await send('GET', new URL(back.headers.location ?? '', way).href, HEADERS)
    await post(new URL('/sign-up', site.url).href, site, { ...signUp, 'vouchsafe-token': hidden(form.body, 'vouchsafe-token') })
    return {}
  },
}

function post(url: string, site: Site, fields: Record<string, string>): Promise<PlainAnswer> {
  const own = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: new URL(site.url).origin, Referer: site.url }
  return send('POST', url, { ...HEADERS, ...own }, new URLSearchParams(fields).toString())
}

const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
