import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_KEY = 0x40

interface Options {
  readonly challenge: string
  readonly rpId?: string
  readonly rp?: { readonly id?: string }
}

export interface Authenticator {
  readonly id: string
  /** What `navigator.credentials.create()` gives, as JSON. */
  create(options: unknown, origin: string): object
  /** What `navigator.credentials.get()` gives. @param count what it has counted, where that is not one more. */
  get(options: unknown, origin: string, count?: number): object
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()

/** An authenticator as WebAuthn level 2 has them: one ES256 key, user verification, a counter. @param isVerifying asks for a finger or a PIN */
export function createAuthenticator(isVerifying = true): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const rawId = randomBytes(16)
  const id = rawId.toString('base64url')
  const flags = USER_PRESENT | (isVerifying ? USER_VERIFIED : 0)
  let counter = 0

  function dataOf(rpId: string, more: Uint8Array, extraFlags = 0): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags | extraFlags]), count, more])
  }
  const clientData = (type: string, { challenge }: Options, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const credential = (response: object) => ({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })

  return {
    id,
    create(given, origin) {
      const options = given as Options
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Uint8Array.from(Buffer.from(x!, 'base64url'))],
          [-3, Uint8Array.from(Buffer.from(y!, 'base64url'))],
        ]),
      )
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, rawId.length]), rawId, key])
      const authData = Uint8Array.from(dataOf(options.rp!.id!, attested, HAS_KEY))
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, never>>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, never>()],
          ['authData', authData],
        ]),
      )
      return credential({
        clientDataJSON: clientData('webauthn.create', options, origin).toString('base64url'),
        attestationObject: Buffer.from(attestation).toString('base64url'),
        transports: ['internal'],
      })
    },
    get(given, origin, count = counter + 1) {
      counter = count
      const options = given as Options
      const data = dataOf(options.rpId!, Buffer.alloc(0))
      const client = clientData('webauthn.get', options, origin)
      const signature = sign(
        'sha256',
        Buffer.concat([data, sha256(client)]),
        createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })),
      )
      return credential({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}
