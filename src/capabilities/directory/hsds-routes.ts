import { anyone, type Route, route } from '../../platform/http/route.ts'
import { type FeedList, feedLists } from './answer-hsds/answer-hsds.form.ts'
import { answerList, answerOne, describeFeed, hsdsPath } from './answer-hsds/answer-hsds.handler.ts'

/** The directory and the desks by the Human Services Data Specification 3.1 (Open Referral), under an address of its own (decision 0032). */
export const hsdsRoutes: Route[] = [
  route('GET', hsdsPath, anyone(), describeFeed),
  ...(Object.keys(feedLists) as FeedList[]).flatMap((list) => [
    route('GET', `${hsdsPath}/${list}`, anyone(), answerList(list)),
    route('GET', `${hsdsPath}/${list}/:id`, anyone(), answerOne(list)),
  ]),
]
