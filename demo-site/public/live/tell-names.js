// @ts-check

/**
 * Automation tells in words.
 * @type {Readonly<Record<string, string>>}
 */
export const tellNames = {
  'tell.webdriver': 'Says that it is driven (webdriver)',
  'tell.frame-webdriver': 'The same, in a fresh frame',
  'tell.headless': 'Calls itself headless',
  'tell.chromedriver-globals': 'Traces of chromedriver',
  'tell.automation-bindings': 'Functions bound by a driver',
  'tell.playwright-preview': 'Playwright looks at what is logged',
  'tell.runtime-enabled': 'Someone listens to the console',
  'tell.frame-identity': 'Another identity in a fresh frame',
  'tell.worker-user-agent': 'Another user agent in a worker',
  'tell.worker-platform': 'Another platform in a worker',
  'tell.worker-languages': 'Other languages in a worker',
  'tell.platform': 'Platform contradicts user agent',
  'tell.engine': 'Engine contradicts user agent',
  'tell.notification-permission': 'Two answers about notifications',
  'tell.navigator-natives': 'Replaced navigator getters',
  'tell.frame-natives': 'Replaced natives in a fresh frame',
  'tell.dom-emulated': 'Missing parts of a browser',
  'tell.no-layout': 'Nothing lays the page out',
  'tell.document-fulfilled': 'Page handed over by a driver',
}
