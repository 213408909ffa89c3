import { Link } from '../../design-system/link/link.tsx'
import { callLink, unbroken } from '../desks/public.ts'

/** How to reach somebody at work: by mail and telephone, as far as known. */
export function Reach({ email, phone }: { readonly email: string | null; readonly phone: string | null }) {
  return (
    <>
      {email !== null && <Link href={`mailto:${email}`}>{email}</Link>}
      {email !== null && phone !== null && ', '}
      {phone !== null && <Link href={callLink(phone)}>{unbroken(phone)}</Link>}
    </>
  )
}
