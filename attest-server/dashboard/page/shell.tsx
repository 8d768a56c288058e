import { useEffect, useRef, useState } from 'preact/hooks'
import type { Me } from '../wire/login.js'
import { ask } from './api.js'
import { Brand } from './parts/brand.js'
import { Navigation } from './parts/navigation.js'
import { noteMove } from './parts/page.js'
import { address, match, navigate, type Params, type Place } from './router.js'
import { views } from './views/index.js'
import { NotFound } from './views/not-found.js'
import type { View } from './views/view.js'
import { Welcome } from './views/welcome.js'

interface ShellProps {
  readonly me: Me
  readonly place: Place
  readonly onLeave: () => void
  /** Something of the account is another now. */
  readonly onMe: (me: Me) => void
}

/** The view that an address names. */
function findView(path: string): { readonly view: View; readonly params: Params } | undefined {
  for (const view of views) {
    const params = match(view.pattern, path)
    if (params) return { view, params }
  }
  return undefined
}

/** What stands around every view: the brand, the way to the other views, and the way past them. */
export function Shell({ me, place, onLeave }: ShellProps) {
  const found = findView(place.path)
  const project = me.projects.find(({ id }) => id === found?.params.project) ?? me.projects[0]
  const [isOpen, setOpen] = useState(false)
  useFirstPage(place, project?.id)
  useMoves(place.path, () => setOpen(false))
  const logOut = async () => {
    // Whether or not the server heard of it: nothing of the account is shown any more.
    await ask('POST', '/logout').catch(() => undefined)
    onLeave()
  }
  return (
    <div class="shell">
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="masthead">
        <Brand />
        <button type="button" class="quiet menu" aria-expanded={isOpen} aria-controls="navigation" onClick={() => setOpen(!isOpen)}>
          Menu
        </button>
      </header>
      <Navigation me={me} project={project} current={found?.view} isOpen={isOpen} onLogOut={() => void logOut()} />
      <main id="content" tabIndex={-1}>
        {found && isKnown(found.params, me) && project && (
          <found.view.show key={place.path} me={me} project={project} params={found.params} query={place.query} />
        )}
        {found && !found.params.project && !project && <Welcome />}
        {(!found || !isKnown(found.params, me)) && place.path !== '/' && <NotFound />}
      </main>
    </div>
  )
}

const isKnown = ({ project }: Params, { projects }: Me): boolean => project === undefined || projects.some(({ id }) => id === project)

/** Without a view in the address, it is the overview of the first project. */
function useFirstPage(place: Place, project: string | undefined): void {
  useEffect(() => {
    if (place.path === '/' && project) navigate(address([project]), 'replace')
  }, [place.path, project])
}

/** Another view begins at its top, and says where one is. */
function useMoves(path: string, onMove: () => void): void {
  const last = useRef(path)
  if (last.current !== path) {
    last.current = path
    noteMove()
  }
  useEffect(() => {
    onMove()
    scrollTo(0, 0)
  }, [path])
}
