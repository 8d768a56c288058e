import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { checkSpellings } from './check-spellings.js'

// Guards that leave something out: each must be found out.

const guards = { spellings: ['/sign-up/', '/Sign-Up'], open: '/' }

/** @param score what the site behind is told @param isGuarded whether a form at this path is refused */
async function check(score: (request: IncomingMessage) => unknown, isGuarded: (path: string) => boolean): Promise<string> {
  const server = createServer((request, response) => {
    const refused = request.method === 'POST' && isGuarded(request.url ?? '')
    response.writeHead(refused ? 403 : 200).end(String(score(request) ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await checkSpellings(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, guards)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

it('one that knows a single spelling', async () => {
  await expect(
    check(
      () => '',
      (path) => path.startsWith('/sign-up'),
    ),
  ).rejects.toThrow('/Sign-Up without a verdict: 200')
})

it.each(['vouchsafe-score', 'vouchsafe_score'])('one that lets %s through', async (name) => {
  await expect(
    check(
      ({ headers }) => headers[name],
      () => true,
    ),
  ).rejects.toThrow('a score that the client made up came through: 9')
})

it('one that does as it should', async () => {
  expect(
    await check(
      () => '',
      () => true,
    ),
  ).toBe('2 spellings refused')
})
