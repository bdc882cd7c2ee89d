import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { quotedSpacing } from './quoted-spacing.ts';

describeRule(quotedSpacing, {
  '「ともに創るまち」を掲げた。／「ともに創るまち」の実現／「ともに創る まち」の推進': 'ともに創る まち→ともに創るまち',
}, [
  '「ともに創るまち」／「ともに学ぶまち」',
]);
