import { Link } from './link.tsx'

export const examples = {
  'In a sentence': () => (
    <p>
      Lees eerst <Link href="#uitleg">hoe het werkt</Link> en begin dan.
    </p>
  ),
}
