// A server in one Durable Object, and a Worker that leads to it. What must outlive it is in its storage: the key that signs, and what was claimed.
import { createEdgeApp, openMemoryStores } from 'vouchsafe/edge'

/** Worthless claims are dropped so often. */
const MINUTE = 60_000
/** What a storage deletes at a time. */
const MOST = 128

/** @see `ReplayGuard`: of many that claim at once, one is told true. */
function replaysIn(storage) {
  return {
    claimOnce: (id, _, until, holder) =>
      storage.transaction(async (each) => {
        const known = await each.get(`claim ${id}`)
        if (known) return holder !== undefined && known.holder === holder
        await each.put(`claim ${id}`, { until, holder })
        if ((await storage.getAlarm()) === null) await storage.setAlarm(Date.now() + MINUTE)
        return true
      }),
  }
}

/** @see `SigningKeys` */
function signingKeysIn(storage) {
  const list = async () => (await storage.get('keys')) ?? []
  return {
    begin: (key) =>
      storage.transaction(async (each) => {
        if (await each.get('keys')) return false
        await each.put('keys', [key])
        return true
      }),
    async succeed(key, othersRetireAt) {
      const others = (await list()).map((other) => ({ ...other, retiresAt: Math.min(other.retiresAt ?? Infinity, othersRetireAt) }))
      await storage.put('keys', [key, ...others])
    },
    list,
  }
}

async function open(storage, { PUBLIC_URL, PROJECT, SETTINGS }) {
  const stores = { ...openMemoryStores(), replays: replaysIn(storage), signingKeys: signingKeysIn(storage) }
  const { siteKey, name, origins } = PROJECT
  const project = { id: `prj_${siteKey.slice(3)}`, name, siteKey, origins, enforce: true, noscript: true, createdAt: 0 }
  // Secret keys are not known here.
  await stores.projects.create(project, { projectId: project.id, lookup: '', hash: '' })
  const answer = await createEdgeApp({
    publicUrl: PUBLIC_URL,
    stores,
    settings: SETTINGS,
    // The platform writes it, and nobody else can.
    addressOf: (request) => request.headers.get('cf-connecting-ip') ?? undefined,
    write: (line) => console.log(line),
  })
  return { answer, stores }
}

/** Drops claims that are worthless, a part at a time. @returns whether there are others */
async function pruneClaims(storage) {
  let [isLeft, startAfter] = [false, undefined]
  for (;;) {
    const claims = [...(await storage.list({ prefix: 'claim ', limit: MOST, ...(startAfter && { startAfter }) }))]
    const over = claims.filter(([, { until }]) => (until + 60) * 1000 < Date.now()).map(([name]) => name)
    if (over.length > 0) await storage.delete(over)
    isLeft ||= over.length < claims.length
    if (claims.length < MOST) return isLeft
    startAfter = claims.at(-1)[0]
  }
}

export class Attest {
  constructor({ storage }, env) {
    this.storage = storage
    this.env = env
  }

  /** What could not be opened is opened anew by whoever comes next. */
  open() {
    this.opened ??= open(this.storage, this.env).catch((error) => {
      this.opened = undefined
      throw error
    })
    return this.opened
  }

  async fetch(request) {
    const { answer } = await this.open()
    return answer(request)
  }

  async alarm() {
    const { stores } = await this.open()
    while ((await stores.prune(Date.now() / 1000)) > 0);
    if (await pruneClaims(this.storage)) await this.storage.setAlarm(Date.now() + MINUTE)
  }
}

const worker = {
  fetch: (request, { ATTEST }) => ATTEST.get(ATTEST.idFromName('all')).fetch(request),
}

export { worker as default }
