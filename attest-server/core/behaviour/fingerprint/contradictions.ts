import { type PostedTell, userAgentOf } from './posted-tell.js'

const SYSTEMS: readonly (readonly [agent: RegExp, platform: RegExp])[] = [
  [/Android/, /Linux|Android|aarch/i],
  [/iPhone|iPad|iPod/, /^iP|^Mac/],
  [/Windows/, /^Win/],
  [/Macintosh|Mac OS X/, /^Mac|^iP/],
  [/Linux|X11|CrOS/, /Linux|BSD|SunOS|CrOS|X11/],
]
const isUsual = (platform: string): boolean => SYSTEMS.some(([, usual]) => usual.test(platform))

/** What a fingerprint says that does not go together: somebody changed it, or wrote it. */
export const contradictions: readonly PostedTell[] = [
  {
    // As `collector/tells/platform.ts`: platforms that nobody has heard of are left alone.
    id: 'tell.platform',
    read: (posted) => {
      const [agent, platform] = [userAgentOf(posted), posted.text('platform')]
      const system = agent === undefined ? undefined : SYSTEMS.find(([pattern]) => pattern.test(agent))
      return system && platform !== undefined && isUsual(platform) ? !system[1].test(platform) : undefined
    },
  },
  {
    id: 'tell.posted-language',
    read: (posted) => {
      const [language, first] = [posted.text('language'), posted.list('languages')?.[0]]
      return language === undefined || first === undefined ? undefined : language.toLowerCase() !== first.toLowerCase()
    },
  },
  {
    id: 'tell.notification-permission',
    read: (posted) => {
      const [shown, queried] = [posted.text('notificationPermission'), posted.text('permissionState', 'notificationsState')]
      return shown === undefined || queried === undefined ? undefined : shown === 'denied' && queried === 'prompt'
    },
  },
  {
    // CSSOM View: the available part of a screen is part of the screen.
    id: 'tell.posted-screen',
    read: (posted) => {
      const [width, available] = [posted.number('screenWidth'), posted.number('screenAvailWidth', 'availWidth')]
      const [height, rest] = [posted.number('screenHeight'), posted.number('screenAvailHeight', 'availHeight')]
      if (width === undefined || height === undefined || (available === undefined && rest === undefined)) return undefined
      return (available ?? 0) > width || (rest ?? 0) > height || width <= 0 || height <= 0
    },
  },
  {
    id: 'tell.touch-claim',
    read: (posted) => {
      const [agent, points] = [userAgentOf(posted), posted.number('maxTouchPoints', 'touchPoints')]
      return agent === undefined || points === undefined ? undefined : /\bMobile\b/.test(agent) && points === 0
    },
  },
  {
    id: 'tell.software-graphics',
    read: (posted) => {
      const renderer = posted.text('webglRenderer', 'renderer', 'gpu')
      return renderer === undefined ? undefined : /SwiftShader|llvmpipe|softpipe|Basic Render|Mesa OffScreen/i.test(renderer)
    },
  },
]
