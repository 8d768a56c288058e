import { encodeBase64url } from '../../shared/base64url.js'
import { TOKEN_FIELD } from '../../shared/wire/names.js'
import { formPayload, SALT_BYTES, SALT_FIELD } from '../../shared/wire/payload.js'
import { putToken } from '../forms/marked-form.js'
import type { VouchsafeBind } from './bind.js'
import { digestOf } from './digest-of.js'
import { fieldsOf } from './fields-of.js'
import { watchForm } from './watch-form.js'

const encoder = new TextEncoder()

function bytesOf(payload: string | BufferSource): Uint8Array {
  if (typeof payload === 'string') return encoder.encode(payload)
  return ArrayBuffer.isView(payload) ? new Uint8Array(payload.buffer, payload.byteOffset, payload.byteLength) : new Uint8Array(payload)
}

/** The salt is hashed as it is spelt: see `payload.ts`. */
async function sealBytes(payload: Uint8Array): Promise<{ readonly payload: string; readonly salt: string }> {
  const salt = encodeBase64url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))
  const all = new Uint8Array(salt.length + payload.length)
  all.set(encoder.encode(salt))
  all.set(payload, salt.length)
  return { payload: await digestOf(all), salt }
}

export const seal: VouchsafeBind['seal'] = async (what, submitter, field = TOKEN_FIELD) => {
  if (!(what instanceof HTMLFormElement)) return sealBytes(bytesOf(what))
  const read = () => formPayload(fieldsOf(what, submitter), [field, SALT_FIELD])
  const text = read()
  const sealed = await sealBytes(encoder.encode(text))
  return {
    ...sealed,
    put() {
      putToken(what, SALT_FIELD, sealed.salt)
      watchForm(what, submitter, () => read() === text)
    },
  }
}
