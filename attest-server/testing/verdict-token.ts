import type { AttestResponse } from '../../shared/wire/verdict.js'
import type { TestServer } from './test-server.js'
import { visit } from './visit.js'

/** A verdict for an honest page. @param headers others than a browser sends make it worse. */
export async function verdictToken(
  server: TestServer,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<AttestResponse> {
  const page = await visit(server)
  const response = await page.attest(await page.body(), headers)
  return (await response.json()) as AttestResponse
}
