import type { Ms } from '../../shared/units.js'
import { after } from '../page/after.js'
import { browserKeyStore } from './browser-key-store.js'
import { type DeviceKey, deviceKeyOf, generateKeyPair } from './device-key.js'
import type { KeyStore } from './key-store.js'

/** IndexedDB can hang for good (a blocked upgrade, a broken profile): the verdict does not wait for it. */
const STORAGE_LIMIT: Ms = 1000

async function storedPair(store: KeyStore, fresh: () => Promise<CryptoKeyPair>): Promise<CryptoKeyPair> {
  return (await store.get()) ?? store.settle(await fresh())
}

/**
 * The device's key, made on the first visit. Never rejects.
 * @returns undefined where the page has no `crypto.subtle` (plain http): the evidence then goes unsigned.
 */
export async function openDeviceKey(store: KeyStore = browserKeyStore(), limit: Ms = STORAGE_LIMIT): Promise<DeviceKey | undefined> {
  let made: Promise<CryptoKeyPair> | undefined
  const fresh = () => (made ??= generateKeyPair())
  try {
    if (!crypto.subtle) return undefined
    // In private mode, with blocked storage or a storage that hangs: a key for the page's life, which is as good as a new device.
    const stored = await Promise.race([storedPair(store, fresh), after(limit)]).catch(() => undefined)
    return await deviceKeyOf(stored ?? (await fresh()))
  } catch {
    return undefined
  }
}
