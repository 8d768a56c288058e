import { createHash } from 'node:crypto'
import { type ConnectionOptions, connect, rootCertificates } from 'node:tls'
import { isLoopback, type Place, pinned } from './ask.js'

/** For a handshake, in ms. */
const PATIENCE = 10_000

/**
 * The keys of those certificates that a browser would turn down and we do not: of sites on this machine, where nobody is in between, and of those that
 * only an authority of the user's own vouches for, which Node asks (`NODE_EXTRA_CA_CERTS`) and no browser does.
 *
 * @returns SHA-256 of each public key (SPKI), in base64, as Chromium takes them
 * @throws when a site does not answer, or its certificate is not good
 */
export async function pinsOf(places: readonly Place[], { NODE_EXTRA_CA_CERTS }: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const secure = places.filter(({ url }) => url.protocol === 'https:' && (NODE_EXTRA_CA_CERTS || isLoopback(url)))
  const pins = await Promise.all(secure.map(pinOf))
  return [...new Set(pins.filter((pin) => pin !== undefined))]
}

/** Undefined where browsers trust it as it is: to name its key would have them trust more than that. */
async function pinOf(place: Place): Promise<string | undefined> {
  if (isLoopback(place.url)) return keyOf(place, { rejectUnauthorized: false })
  const isTrusted = await keyOf(place, { ca: [...rootCertificates] }).then(
    () => true,
    () => false,
  )
  return isTrusted ? undefined : keyOf(place, {})
}

function keyOf({ url, addresses }: Place, trust: Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized'>): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    const options = { host, port: Number(url.port) || 443, lookup: pinned(addresses), timeout: PATIENCE, ...trust }
    const socket = connect(/^[\d.]+$|:/.test(host) ? options : { ...options, servername: host }, () => {
      const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' })
      socket.destroy()
      if (key) resolve(createHash('sha256').update(key).digest('base64'))
      else reject(new Error(`${url.origin} shows no certificate.`))
    })
    socket.once('timeout', () => socket.destroy(new Error(`${url.origin} does not answer over https.`)))
    socket.once('error', reject)
  })
}
