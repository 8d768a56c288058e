import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js'

let echo: Server
let proxy: TcpProxy
beforeAll(async () => {
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket))
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
  proxy = await startTcpProxy((echo.address() as AddressInfo).port)
})
afterAll(async () => {
  await proxy.remove()
  echo.close()
})

async function open(): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

async function echoed(socket: Socket): Promise<Buffer> {
  socket.write('ab')
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  return chunk
}

describe('the proxy', () => {
  it('hands on what comes, garbles replies, and begins anew when it is put right', async () => {
    const socket = await open()
    expect(String(await echoed(socket))).toBe('ab')
    proxy.set('garbled')
    expect([...(await echoed(socket))]).toEqual([...'ab'].map((letter) => letter.charCodeAt(0) ^ 0xff))
    const closed = once(socket, 'close')
    proxy.set('none')
    await closed
    expect(String(await echoed(await open()))).toBe('ab')
  })

  it('cuts connections, and new ones too', async () => {
    const socket = await open()
    const closed = once(socket, 'close')
    proxy.set('cut')
    await closed
    const next = connect(proxy.port, '127.0.0.1').on('error', () => undefined)
    await new Promise((resolve) => next.once('close', resolve))
    proxy.set('none')
  })

  it('takes everything and answers nothing where it is half open', async () => {
    proxy.set('half-open')
    const socket = await open()
    let heard = 0
    socket.on('data', () => heard++)
    socket.write('ab')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([heard, socket.destroyed]).toEqual([0, false])
    const closed = once(socket, 'close')
    proxy.set('none')
    await closed
  })
})
