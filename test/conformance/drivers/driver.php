<?php

// Lets the conformance suite call the unmodified OpenTok PHP SDK: one JSON line in, one JSON line out.
//
// In:  {"call": NAME, "args": [...], "on": REF}
//      without "on" the method is one of the SDK's OpenTok object, with it one of an object that an earlier answer showed
//      as {"$ref": REF}; {"$layout": {...}} stands for a Layout object with these properties
// Out: {"value": ...} or {"error": "TYPE: MESSAGE"}; every answer carries "surface", the public methods seen so far.
// The keys come in the environment, so that no list of processes shows them.

declare(strict_types=1);

// Only answers may be on stdout; deprecations of the SDK's dependencies would be there too.
ini_set('display_errors', 'stderr');
ini_set('log_errors', '0');

require getenv('OPENTOK_PHP_SDK');

use OpenTok\Layout;
use OpenTok\OpenTok;

$client = new OpenTok(getenv('API_KEY'), getenv('API_SECRET'), ['apiUrl' => getenv('API_URL')]);
$returned = [];
$surface = [];

/** The public methods of a class, but for constructors and other magic. */
function notice(object $object, string $prefix): void
{
    global $surface;
    $class = new ReflectionClass($object);
    foreach ($class->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
        if (!str_starts_with($method->getName(), '__')) {
            $surface[$prefix . $method->getName()] = true;
        }
    }
}

/** Some of the SDK's objects show their data, some answer only to the names in their documentation. */
function fields(object $object): array
{
    if (method_exists($object, 'getSessionId') && method_exists($object, 'generateToken')) {
        return ['sessionId' => $object->getSessionId()];
    }
    if (method_exists($object, 'getItems')) {
        return ['count' => $object->totalCount(), 'items' => shown($object->getItems())];
    }
    if (method_exists($object, 'jsonSerialize')) {
        return shown($object->jsonSerialize());
    }
    $names = ['id', 'sessionId', 'projectId', 'connectionId', 'streamId', 'createdAt', 'updatedAt', 'url', 'resolution', 'status'];
    $found = [];
    foreach ($names as $name) {
        $found[$name] = $object->$name;
    }
    return $found;
}

function shown(mixed $value): mixed
{
    global $returned;
    if (is_array($value)) {
        return array_map('shown', $value);
    }
    if (!is_object($value)) {
        return $value;
    }
    $name = (new ReflectionClass($value))->getShortName();
    notice($value, $name . '.');
    $returned[] = $value;
    $ref = count($returned) - 1;
    return [...fields($value), '$ref' => $ref];
}

function layout(array $properties): Layout
{
    $layout = Layout::fromData($properties);
    $screens = $properties['screenshareType'] ?? null;
    return $screens === null ? $layout : $layout->setScreenshareType($screens);
}

function meant(mixed $value): mixed
{
    if (!is_array($value)) {
        return $value;
    }
    return isset($value['$layout']) ? layout($value['$layout']) : array_map('meant', $value);
}

function answer(array $order): array
{
    global $client, $returned;
    $target = isset($order['on']) ? $returned[$order['on']] : $client;
    try {
        $args = array_map('meant', $order['args'] ?? []);
        return ['value' => shown($target->{$order['call']}(...$args))];
    } catch (Throwable $error) {
        $type = (new ReflectionClass($error))->getShortName();
        // The SDK writes the secret into the message of a refused request.
        $message = str_replace(getenv('API_SECRET'), '(the secret)', $error->getMessage());
        return ['error' => $type . ': ' . $message];
    }
}

notice($client, '');
while (($line = fgets(STDIN)) !== false) {
    $result = answer(json_decode($line, true, 512, JSON_THROW_ON_ERROR));
    ksort($surface);
    $result['surface'] = array_keys($surface);
    fwrite(STDOUT, json_encode($result, JSON_THROW_ON_ERROR) . "\n");
}
