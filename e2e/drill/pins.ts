import { createHash } from 'node:crypto'
import { connect } from 'node:tls'
import { isLoopback, type Place, pinned } from './ask.js'

/** For a handshake, in ms. */
const PATIENCE = 10_000

/**
 * The keys of those certificates that a browser would turn down and we do not: of sites on this machine, where nobody is in between, and of all
 * where the user has named an authority of their own, which Node then asks (`NODE_EXTRA_CA_CERTS`) and no browser does.
 *
 * @returns SHA-256 of each public key (SPKI), in base64, as Chromium takes them
 * @throws when a site does not answer, or its certificate is not good
 */
export async function pinsOf(places: readonly Place[], { NODE_EXTRA_CA_CERTS }: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const secure = places.filter(({ url }) => url.protocol === 'https:' && (NODE_EXTRA_CA_CERTS || isLoopback(url)))
  return [...new Set(await Promise.all(secure.map(pinOf)))]
}

function pinOf({ url, addresses }: Place): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    const options = {
      host,
      port: Number(url.port) || 443,
      lookup: pinned(addresses),
      rejectUnauthorized: !isLoopback(url),
      timeout: PATIENCE,
    }
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
