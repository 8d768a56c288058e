import type { Me, PasskeyLogin, PasskeyRequest } from '../wire/login.js'
import type { NewPasskey, Passkey, PasskeyCreation } from '../wire/security.js'
import { ask } from './api.js'

/** Loaded when somebody asks for it: most are logged in already. */
const load = () => import('@simplewebauthn/browser')

/** Why there can be no passkey at this address, in a sentence; undefined where there can. */
export function passkeyObstacle({ hostname, port }: Pick<Location, 'hostname' | 'port'> = location): string | undefined {
  if (hostname === '127.0.0.1' || hostname === '[::1]')
    return `Passkeys are bound to a name. For them, open this page at localhost:${port}.`
  return 'PublicKeyCredential' in globalThis ? undefined : 'Passkeys need https, and a browser that knows them.'
}

/** Whoever closes the browser's question has changed their mind, and needs no alarm. */
const isGivenUp = (error: unknown): boolean => error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)

/** @returns undefined where the browser's question was closed */
async function unlessGivenUp<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question
  } catch (error) {
    if (isGivenUp(error)) return undefined
    throw error
  }
}

/** @returns undefined where no passkey was chosen @throws {ApiError} */
export async function enterByPasskey(): Promise<Me | undefined> {
  const { options } = await ask<PasskeyRequest>('POST', '/login/passkey/options')
  const { startAuthentication } = await load()
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
  const response = await unlessGivenUp(startAuthentication({ optionsJSON: options as Options }))
  return response && ask<Me>('POST', '/login/passkey', { response } satisfies PasskeyLogin)
}

/** @returns undefined where none was made @throws {ApiError} */
export async function addPasskey(name: string): Promise<Passkey | undefined> {
  const { options } = await ask<PasskeyCreation>('POST', '/security/passkeys/options')
  const { startRegistration } = await load()
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON']
  const response = await unlessGivenUp(startRegistration({ optionsJSON: options as Options }))
  return response && ask<Passkey>('POST', '/security/passkeys', { response, name } satisfies NewPasskey)
}
