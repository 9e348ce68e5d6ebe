/**
 * Calls signed with an access key, by AWS Signature Version 4: who calls, and what they may.
 *
 * <p>Knows no resource and no answer: whoever asks maps an {@link
 * io.tokenrevocation.rest.sigv4.AccessRefusedException} to their own.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
@NullMarked
package io.tokenrevocation.rest.sigv4;

import org.jspecify.annotations.NullMarked;
