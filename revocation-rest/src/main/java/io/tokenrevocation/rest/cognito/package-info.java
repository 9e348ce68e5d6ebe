/**
 * Amazon Cognito's operations on its own wire protocol, AWS JSON 1.1.
 *
 * <p>Cognito's names, messages and limits stay in this package; what an operation does is
 * elsewhere.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html">Amazon
 *     Cognito user pools API Reference</a>
 */
@NullMarked
package io.tokenrevocation.rest.cognito;

import org.jspecify.annotations.NullMarked;
