import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { SignUp } from './sign-up'

hydrateRoot(
  document.getElementById('root')!,
  <StrictMode>
    <SignUp />
  </StrictMode>,
)
