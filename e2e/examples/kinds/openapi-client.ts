import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { repoRoot } from '../../support/machine/tools.js'
import type { Example } from '../harness/example.js'
import { perform } from '../harness/perform.js'
import type { Stage } from '../harness/stage.js'
import { copyExample } from '../harness/workplace.js'

/** Made from what the server says of itself: its types fit, and it reads the explanation of a real verdict, with the secret key alone. */
async function run({ attest, verdict }: Stage): Promise<string> {
  const folder = await copyExample('openapi-client')
  const env = { VOUCHSAFE_URL: attest.server.url, VOUCHSAFE_SECRET: attest.secretKey }
  await perform(folder, 'npm', ['run', '-s', 'generate'], env)
  await perform(folder, process.execPath, [join(repoRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'])
  const { jti = '' } = decodeJwt(await verdict())
  const explain = (secret: string) => perform(folder, process.execPath, ['client.js', jti], { ...env, VOUCHSAFE_SECRET: secret })
  const said = await explain(attest.secretKey)
  const { action, heaviest } = JSON.parse(said) as { action: string; heaviest?: { id: string } }
  if (action !== 'allow' || !heaviest?.id) throw new Error(`explained as ${said}`)
  const refused = await explain('sk_another').catch((error: Error) => error.message)
  if (!refused.includes('401')) throw new Error(`with another secret: ${refused}`)
  return `types of /openapi.json fit; a real verdict is explained by ${heaviest.id}, and to nobody else`
}

export const openapiClient: Example = { name: 'openapi-client', needs: [], run }
