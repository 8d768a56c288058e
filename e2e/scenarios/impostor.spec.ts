import { test as base, expect } from '../support/fixtures.js'
import { forgeVerdict } from '../support/forging/forge-visit.js'
import { forgeClaims, solve } from '../support/forging/forged-evidence.js'
import { startNameServer } from '../support/machine/name-server.js'
import { newDataDir, type Product, removeDataDir, startProduct, stopProduct } from '../support/site/product.js'

/**
 * A program that gives itself out as Googlebot. It is none of the fleet: there everybody comes from loopback, which is nobody's address, and a
 * server that believed what a proxy says of addresses would see all of the fleet differently. So it has a product of its own, behind a proxy that tells
 * addresses, and a name server that knows one of Google's names.
 */
const GOOGLE = '66.249.66.1'
const STRANGER = '203.0.114.7'
const NAMES = {
  '1.66.249.66.in-addr.arpa PTR': 'crawl-66-249-66-1.googlebot.com',
  'crawl-66-249-66-1.googlebot.com A': GOOGLE,
}

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const GOOGLEBOT = `Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/156.0.0.0 Safari/537.36`

/** All that Chromium says of itself: nothing else is to give this program away. */
const headersOf = (address: string, userAgent: string) => ({
  'sec-ch-ua-platform': '"Linux"',
  'User-Agent': userAgent,
  'sec-ch-ua': '"Not:A-Brand";v="8", "Chromium";v="156"',
  'sec-ch-ua-mobile': '?0',
  Accept: '*/*',
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-US,en;q=0.9',
  'X-Forwarded-For': address,
})

const test = base.extend<{ behindProxy: Product }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  behindProxy: async ({}, use) => {
    const [names, dataDir] = [await startNameServer(NAMES), newDataDir()]
    // Nothing stands behind what a program makes up, and here that is not the question.
    const unasked = { VOUCHSAFE_REVEAL_SHARE: 'off' }
    const settings = { ...unasked, VOUCHSAFE_LOG: 'silent', VOUCHSAFE_TRUSTED_PROXIES: '1', VOUCHSAFE_RESOLVER: names.address }
    const product = await startProduct(dataDir, settings)
    await use(product)
    await stopProduct(product)
    await names.stop()
    removeDataDir(dataDir)
  },
})
test.describe.configure({ timeout: 240_000 })

interface Explanation {
  readonly action: string
  readonly claimed?: string
  readonly verified?: { readonly id: string }
  readonly contributions: readonly { readonly id: string; readonly llr: number }[]
}

test('who says to be Googlebot is asked for it from a stranger’s address, and passes from Google’s', async ({ behindProxy, request }) => {
  const { demo } = behindProxy
  const visitAs = async (address: string, userAgent: string): Promise<Explanation> => {
    const origin = new URL(demo).origin
    const headers = { ...headersOf(address, userAgent), Origin: origin }
    const { token } = await forgeVerdict(behindProxy, origin, headers, (challenge, from, card, key) =>
      forgeClaims(challenge, from, solve(challenge, key), card),
    )
    const response = await request.post(`${demo}/live/explain`, { data: { token } })
    return ((await response.json()) as { explanation: Explanation }).explanation
  }
  const impostor = await visitAs(STRANGER, GOOGLEBOT)
  expect(impostor).toMatchObject({ action: 'challenge', claimed: 'google' })
  expect(impostor.contributions).toContainEqual(expect.objectContaining({ id: 'session.impostor', llr: 6 }))

  const own = await visitAs(GOOGLE, GOOGLEBOT)
  expect(own).toMatchObject({ action: 'allow', verified: { id: 'google' }, contributions: [] })

  const unnamed = await visitAs(STRANGER, CHROME)
  expect(unnamed.claimed).toBeUndefined()
  expect(unnamed.contributions.map(({ id }) => id)).not.toContain('session.impostor')
})
