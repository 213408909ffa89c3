import { Link } from '../link/link.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export const examples = {
  'The rest of a link': () => (
    <p>
      <Link href="#wijzig">
        Wijzig <VisuallyHidden>de openingstijden</VisuallyHidden>
      </Link>
    </p>
  ),
}
