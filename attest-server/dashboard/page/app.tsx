import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../wire/login.js'
import { ask, signedOut } from './api.js'
import { Announcer } from './parts/announce.js'
import { Fault } from './parts/loading.js'
import { noteMove } from './parts/page.js'
import { usePlace } from './router.js'
import { Shell } from './shell.js'
import { useLoad } from './use-load.js'
import { LogIn } from './views/log-in.js'

/** Asks once who is there; whoever is not logged in sees the log-in at the address that they came for, and is there when they are. */
export function App() {
  const loaded = useLoad<Me | null>('me', async (signal) => {
    try {
      return await ask<Me>('GET', '/me', undefined, signal)
    } catch (error) {
      if ((error as { status?: number }).status === 401) return null
      throw error
    }
  })
  const { data: me, put, fault, reload } = loaded
  const [isEnded, setEnded] = useState(false)
  const place = usePlace()
  useEffect(() => {
    const leave = () => {
      setEnded(true)
      put(null)
    }
    signedOut.addEventListener('out', leave)
    return () => signedOut.removeEventListener('out', leave)
  }, [put])
  const enter = (next: Me) => {
    setEnded(false)
    noteMove()
    put(next)
  }
  const leave = () => {
    put(null)
    setEnded(false)
  }
  return (
    <>
      {me && <Shell me={me} place={place} onLeave={leave} onMe={put} />}
      {me === null && <LogIn isEnded={isEnded} onEnter={enter} />}
      {me === undefined && fault && (
        <main class="alone">
          <Fault fault={fault} retry={reload} />
        </main>
      )}
      <Announcer />
    </>
  )
}
