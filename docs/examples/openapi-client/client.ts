// Asks the attest-server why a verdict is as it is, by a client that was made from its own /openapi.json.
import createClient from 'openapi-fetch'
import type { paths } from './vouchsafe-api.js'

const { VOUCHSAFE_URL = '', VOUCHSAFE_SECRET = '' } = process.env
const [name = ''] = process.argv.slice(2)

const client = createClient<paths>({ baseUrl: VOUCHSAFE_URL, headers: { Authorization: `Bearer ${VOUCHSAFE_SECRET}` } })
const { data, error, response } = await client.GET('/v1/verdicts/{name}', { params: { path: { name } } })

if (data) console.log(JSON.stringify({ action: data.action, heaviest: data.contributions[0] }))
else {
  console.error(response.status, error)
  process.exitCode = 1
}
