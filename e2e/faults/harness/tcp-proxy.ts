import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What happens to what goes through: all of it as it is; three seconds later; connections are cut, and new ones too; they stay open and nothing comes; replies are garbage. */
export const networkFaults = ['slow', 'cut', 'half-open', 'garbled'] as const
export type NetworkFault = (typeof networkFaults)[number]

/** Stands between a server and what it keeps its data in. */
export interface TcpProxy {
  readonly port: number
  set(fault: NetworkFault | 'none'): void
  remove(): Promise<void>
}

/** In ms. */
const DELAY = 3000

/** No byte is what it was: whatever protocol it is of, nothing can be taken for an answer. */
const garble = (chunk: Buffer): Buffer => chunk.map((byte) => byte ^ 0xff) as Buffer

/** @param port where it leads to, on this machine */
export async function startTcpProxy(port: number): Promise<TcpProxy> {
  let fault: NetworkFault | 'none' = 'none'
  const pairs = new Set<() => void>()
  function hand(from: Socket, to: Socket, isReply: boolean): void {
    from.on('data', (chunk: Buffer) => {
      if (fault === 'half-open') return
      const said = fault === 'garbled' && isReply ? garble(chunk) : chunk
      if (fault === 'slow') setTimeout(() => to.write(said), DELAY).unref()
      else to.write(said)
    })
  }
  const server = createServer((near) => {
    if (fault === 'cut') {
      near.resetAndDestroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    const end = () => {
      pairs.delete(end)
      near.destroy()
      far.destroy()
    }
    pairs.add(end)
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', () => fault !== 'half-open' && end())
    }
    hand(near, far, false)
    hand(far, near, true)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    set(next) {
      // Of what was half open or garbled nobody knows how far it got.
      if (next === 'cut' || (next === 'none' && fault !== 'slow')) for (const end of [...pairs]) end()
      fault = next
    },
    async remove() {
      for (const end of [...pairs]) end()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
