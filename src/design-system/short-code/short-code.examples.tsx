import { ShortCode } from './short-code.tsx'

export const examples = {
  'A code': () => <ShortCode label="Uw code" code="BK4F-7MRZ" />,
}
