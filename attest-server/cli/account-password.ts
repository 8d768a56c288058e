import { readFileSync } from 'node:fs'
import { encodeBase64url } from '../../shared/base64url.js'
import { ok, type Result } from '../../shared/result.js'
import { random } from '../compose/compose-deps.js'
import { slowHash } from '../keys/slow-hash.js'
import { createPasswords } from '../logins/create-passwords.js'
import { findAccount } from './account.js'
import { type Answer, block, failure, misuse, type Refusal } from './answer.js'
import type { Desk } from './desk.js'
import type { Options } from './parse-arguments.js'

const LEAST = 12
const MOST = 256
const RANDOM_BYTES = 15

/** The first line of a file; a command line would be in the list of processes, and in a history. */
function readPassword(file: string): Result<string, Refusal> {
  try {
    const [password = ''] = readFileSync(file, 'utf8').split(/\r?\n/)
    return password.length >= LEAST && password.length <= MOST
      ? ok(password)
      : misuse(`The password must have ${LEAST} to ${MOST} characters.`)
  } catch {
    return failure(`The file ${file} cannot be read.`)
  }
}

/** Sets the password of an account's dashboard; all of its sessions end, and its passkeys go, for one of them may be a thief's. Without a file it is a new one, shown this once. */
export async function setPassword(options: Options, desk: Desk): Promise<Answer> {
  const account = await findAccount(options, desk)
  if (!account.ok) return account
  const { id, name } = account.value
  const given = options.file === undefined ? undefined : readPassword(options.file)
  if (given && !given.ok) return given
  const password = given?.value ?? encodeBase64url(random(RANDOM_BYTES))
  const { credentials } = desk.stores
  if (!(await createPasswords(credentials, slowHash).set(id, password)))
    return failure('The password was changed by somebody else at this moment: try again.')
  const passkeys = await credentials.list(id, 'passkey')
  for (const one of [...passkeys, ...(await credentials.list(id, 'session'))]) await credentials.remove(id, one.kind, one.id)
  const shown = given ? {} : { password }
  const ended = `All sessions have ended, and passkeys (${passkeys.length}) are removed. Tokens are as they were: "vouchsafe key revoke --email …" ends one.`
  const remarks = [ended, ...(given ? [] : ['Keep the password: it is not shown again.'])]
  return ok({ data: { account: id, ...shown }, lines: block(name, { account: id, ...shown }), remarks })
}
