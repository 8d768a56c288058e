import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CertificateWishes, makeCertificate } from '../testing/make-certificate.js'
import { runCli } from './run-cli.js'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-check-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

async function checked(wishes: CertificateWishes, key?: string) {
  const made = makeCertificate(wishes)
  const environment = {
    VOUCHSAFE_DATA_DIR: join(root, 'data'),
    VOUCHSAFE_TLS_CERT: join(root, 'cert'),
    VOUCHSAFE_TLS_KEY: join(root, 'key'),
  }
  writeFileSync(environment.VOUCHSAFE_TLS_CERT, made.cert)
  writeFileSync(environment.VOUCHSAFE_TLS_KEY, key ?? made.key)
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  return { code: await runCli(['serve', '--check'], environment, { out: say, err: say }), said: said.join('\n') }
}

it.each([
  [{}, /^TLS: the certificate of DNS:localhost, IP Address:127\.0\.0\.1 ends in \d+ days\.$/m],
  [{ until: 1_750_000_000 }, /^TLS: the certificate of .* has expired: -\d+ days\.$/m],
  [{ from: 3_900_000_000 }, /^TLS: the certificate of .* is not good yet; ends in \d+ days\.$/m],
])('the check says of a certificate whose it is and until when: %j', async (wishes, line) => {
  const { code, said } = await checked(wishes)
  expect(code).toBe(0)
  expect(said).toMatch(line)
})

it('the check fails where the server could not start: a key that does not fit', async () => {
  expect(await checked({}, makeCertificate().key)).toEqual({
    code: 1,
    said: expect.stringMatching(/^The key in VOUCHSAFE_TLS_KEY does not fit/),
  })
})
