<?php
/**
 * The route: POST …/ot-room/v1/{grant}/rooms/{room}/join, with the request and the answers of @ot-room/backend.
 *
 * @package OtRoom
 */

namespace OtRoom;

const ROUTES = 'ot-room/v1';

/** Bytes of a body; a name is all there is in it. */
const LARGEST_BODY = 16384;

function register_routes(): void {
	register_rest_route(
		ROUTES,
		'/(?P<grant>[a-z]+-[0-9a-f-]+)/rooms/(?P<room>.*)/join',
		array(
			// Every method, so that a wrong one is told which is right.
			'methods'             => 'GET, POST, PUT, PATCH, DELETE',
			'callback'            => __NAMESPACE__ . '\answer_join',
			// The grant, and who is signed in, decide in the callback, where the room's name has been read.
			'permission_callback' => '__return_true',
		)
	);
	add_filter( 'rest_post_dispatch', __NAMESPACE__ . '\as_problem', 10, 3 );
	add_filter( 'rest_pre_serve_request', __NAMESPACE__ . '\close_to_other_origins', 11, 3 );
}

function answer_join( \WP_REST_Request $request ): \WP_REST_Response {
	try {
		refuse_other_origins( $request );
		refuse_other_methods( $request );
		// Of the address alone: a body and a query may have fields of the same names.
		$place  = $request->get_url_params();
		$answer = new \WP_REST_Response( join_room( (string) $place['grant'], (string) $place['room'], json_object( $request ) ) );
	} catch ( Problem $problem ) {
		$answer = $problem->response();
	} catch ( \Throwable $error ) {
		// Of a failure nobody thought of, visitors learn nothing; the owner's log does.
		error_log( 'ot-room: ' . get_class( $error ) . ' in ' . basename( $error->getFile() ) . ':' . $error->getLine() );
		$answer = ( new Problem( 'internal-error', __( 'Something went wrong on this server.', 'ot-room' ) ) )->response();
	}
	$answer->header( 'Cache-Control', 'no-store' );
	return $answer;
}

/**
 * Turns pages of other sites away, stricter than CORS, which hides the answer but lets the request take effect.
 *
 * @throws Problem `origin-not-allowed`.
 */
function refuse_other_origins( \WP_REST_Request $request ): void {
	$origin = $request->get_header( 'Origin' );
	if ( null === $origin || 'same-origin' === $request->get_header( 'Sec-Fetch-Site' ) ) {
		return;
	}
	// A proxy may have put another host into the request.
	$own = array( (string) $request->get_header( 'Host' ), host_of( home_url() ) );
	if ( ! in_array( host_of( $origin ), $own, true ) ) {
		throw new Problem( 'origin-not-allowed', __( 'Pages of this origin may not use this server.', 'ot-room' ) );
	}
}

/** Host and port of an address, as a request names them. */
function host_of( string $url ): string {
	$parts = wp_parse_url( $url );
	$port  = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	return ( $parts['host'] ?? '' ) . $port;
}

function refuse_other_methods( \WP_REST_Request $request ): void {
	if ( 'POST' !== $request->get_method() ) {
		throw new Problem( 'method-not-allowed', __( 'Joining takes a POST.', 'ot-room' ) );
	}
}

/**
 * The body as a JSON object.
 *
 * @throws Problem `content-type-unsupported`, `body-too-large`, `body-invalid`.
 */
function json_object( \WP_REST_Request $request ): array {
	// A page of another site can send forms and plain text without asking, but not JSON.
	$type = $request->get_content_type();
	if ( 'application/json' !== ( $type['value'] ?? null ) ) {
		throw new Problem( 'content-type-unsupported', __( 'Send the body as application/json.', 'ot-room' ) );
	}
	$text = $request->get_body();
	if ( strlen( $text ) > LARGEST_BODY ) {
		throw new Problem( 'body-too-large', __( 'The body is too large.', 'ot-room' ) );
	}
	$value = json_decode( $text );
	if ( ! $value instanceof \stdClass ) {
		throw new Problem( 'body-invalid', __( 'The body must be a JSON object.', 'ot-room' ) );
	}
	return (array) $value;
}

/** WordPress reads the JSON before the route is asked, and has an answer of its own for what is none. */
function as_problem( \WP_HTTP_Response $response, \WP_REST_Server $server, \WP_REST_Request $request ): \WP_HTTP_Response {
	if ( ! is_ours( $request ) ) {
		return $response;
	}
	$data = $response->get_data();
	$code = is_array( $data ) ? ( $data['code'] ?? '' ) : '';
	if ( 'rest_invalid_json' === $code ) {
		$response = ( new Problem( 'body-invalid', __( 'The body must be a JSON object.', 'ot-room' ) ) )->response();
		$response->header( 'Cache-Control', 'no-store' );
	}
	if ( 405 === $response->get_status() ) {
		$response->header( 'Allow', 'POST' );
	}
	return $response;
}

/** WordPress lets pages of every origin read its answers, with cookies; not these. */
function close_to_other_origins( bool $served, \WP_HTTP_Response $result, \WP_REST_Request $request ): bool {
	if ( is_ours( $request ) ) {
		header_remove( 'Access-Control-Allow-Origin' );
		header_remove( 'Access-Control-Allow-Credentials' );
	}
	return $served;
}

function is_ours( \WP_REST_Request $request ): bool {
	return str_starts_with( ltrim( $request->get_route(), '/' ), ROUTES . '/' );
}
