import type { Texts } from './texts.js'

export const en: Texts = {
  lang: 'en',
  direction: 'ltr',
  checkTitle: 'One quick check',
  checkBody:
    'Before we go on, we would like to make sure that a person is visiting, not a program. It takes a few seconds and there is no puzzle to solve.',
  proceed: 'Continue',
  working: 'Checking … this takes a few seconds.',
  againTitle: 'Once more, please',
  againBody: 'The first check was not quite enough. Please continue once more. This one takes a little longer and is the last.',
  passed: 'Thank you. All is well.',
  lostTitle: 'The check did not get through',
  lostBody:
    'Perhaps the connection was lost, or our server does not answer. Please try again. You can also go on without the check; the website then decides whether that is enough.',
  retry: 'Try again',
  without: 'Go on without the check',
  stoppedTitle: 'We could not confirm this visit',
  stoppedBody: 'We are sorry: two checks did not tell us enough, so we stop here instead of asking again.',
  blockedTitle: 'This visit was stopped',
  blockedBody: 'We are sorry: this visit looks as if a program made it. If you are a person, this is our mistake.',
  helpHere: 'Please write to us and quote the reference number. We will help you.',
  helpElsewhere: 'Please ask the owner of this website for help and quote the reference number.',
  reference: 'Reference number',
  copy: 'Copy',
  copied: 'Copied',
  contact: 'Contact us',
  back: 'Go back',
  home: 'Go to the home page',
  why: 'What is being checked?',
  whyBody: 'How the pointer, the keyboard and the screen are used, and what kind of browser it is. What you type is not read.',
}
