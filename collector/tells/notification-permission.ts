import { seen, unsupported } from '../../shared/observation.js'
import { clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/** Two APIs answer differently whether the page may notify: a stealth script repaired one of them. Chromium's top windows only. */
export const notificationPermission: Tell = {
  id: 'tell.notification-permission',
  when: 'idle',
  async observe() {
    if (!clientHints() || typeof Notification === 'undefined' || window !== window.top) return unsupported
    const { state } = await navigator.permissions.query({ name: 'notifications' })
    return seen(state !== Notification.permission.replace('default', 'prompt'))
  },
}
