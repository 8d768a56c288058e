import { missingRecordings } from '../hands/recordings.js'
import { signUpByName } from '../hands/sign-up-by-name.js'
import { expect, test } from '../support/fixtures.js'
import { MissingError } from '../support/machine/tools.js'

const missing = missingRecordings()
test.skip(missing !== undefined, `People are skipped: ${missing}`)

function skipForMissing(error: unknown): never {
  test.skip(error instanceof MissingError, String(error))
  throw error
}

// Its own setting, which pages, workers and headers follow: what it is underneath stays to be seen.
const OTHER = '--user-agent=Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0'

test('who gives the browser another name is asked, and passes once that is answered', async ({ site }, info) => {
  info.setTimeout(180_000)
  const seed = `renamed/${info.repeatEachIndex}`
  const renamed = { engine: 'chromium', flags: [OTHER] } as const
  const visit = await signUpByName(site, seed, renamed, (hands, text) => hands.type(text)).catch(skipForMissing)
  expect(visit).toEqual({ first: 'challenge', isThrough: true })
})
