<?php
/**
 * Why a visitor is not let in.
 *
 * @package OtRoom
 */

namespace OtRoom;

/** A failure with a stable code, which visitors' pages switch on, and a sentence that they may read. */
final class Problem extends \Exception {

	const STATUSES = array(
		'body-invalid'             => 400,
		'room-name-invalid'        => 400,
		'visitor-name-invalid'     => 400,
		'not-signed-in'            => 401,
		'not-allowed'              => 403,
		'origin-not-allowed'       => 403,
		'method-not-allowed'       => 405,
		'body-too-large'           => 413,
		'content-type-unsupported' => 415,
		'internal-error'           => 500,
		'server-misconfigured'     => 500,
		'platform-error'           => 502,
		'platform-refused'         => 502,
		'platform-unreachable'     => 502,
		'platform-busy'            => 503,
		'room-unavailable'         => 503,
		'store-unavailable'        => 503,
		'platform-timeout'         => 504,
	);

	/** @var string One of the names above. */
	public string $problem;

	/** @var int|null Seconds after which to ask again. */
	public ?int $retry_after;

	public function __construct( string $problem, string $sentence, ?int $retry_after = null ) {
		parent::__construct( $sentence );
		$this->problem     = $problem;
		$this->retry_after = $retry_after;
	}

	/** The answer of RFC 9457; `about:blank` says that the status explains the kind of problem. */
	public function response(): \WP_REST_Response {
		$status   = self::STATUSES[ $this->problem ];
		$response = new \WP_REST_Response(
			array(
				'type'   => 'about:blank',
				'title'  => get_status_header_desc( $status ),
				'status' => $status,
				'detail' => $this->getMessage(),
				'code'   => $this->problem,
			),
			$status,
			array( 'Content-Type' => 'application/problem+json' )
		);
		if ( null !== $this->retry_after ) {
			$response->header( 'Retry-After', (string) $this->retry_after );
		}
		return $response;
	}
}
